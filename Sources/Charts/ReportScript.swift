/// The page's little script: choosing an account, an issue and a time, and reading a curve by pointer or arrow keys.
///
/// Without it everything is shown and nothing is missing but the choosing.
enum ReportScript {
  static let text = """
    'use strict';(function(){
    var $=function(s,e){return Array.prototype.slice.call((e||document).querySelectorAll(s))},form=document.querySelector('.filters');
    if(!form)return;form.hidden=false;
    var who=form.elements.who,issue=form.elements.issue,from=form.elements.from,to=form.elements.to;
    function within(d){return!d||((!from.value||d>=from.value)&&(!to.value||d<=to.value))}
    function about(e){return issue.value===''||(' '+e.getAttribute('data-i')+' ').indexOf(' '+issue.value+' ')>=0}
    function veil(card,keys){var svg=card.querySelector('svg'),total=0,bad=card.getAttribute('data-n').split(' ');
    $('.veil',svg).forEach(function(v){v.remove()});
    keys.forEach(function(k,i){if(within(k)){total+=+bad[i]}else{var r=document.createElementNS('http://www.w3.org/2000/svg','rect');
    r.setAttribute('class','veil');r.setAttribute('x',i*6);r.setAttribute('y',0);r.setAttribute('width',6);r.setAttribute('height',40);svg.appendChild(r)}});
    card.querySelector('b').textContent=total}
    function apply(){
    $('.official').forEach(function(s){var keys=s.getAttribute('data-k').split(' '),sum=[0,0,0],any=issue.value==='';
    $('tr[data-c]',s).forEach(function(r,i){var ok=within(keys[i]);r.hidden=!ok;
    if(ok)r.getAttribute('data-c').split(' ').forEach(function(c,j){sum[j]+=+c})});
    $('.hit path',s).forEach(function(p,i){p.classList.toggle('out',!within(keys[i]))});
    $('.card',s).forEach(function(c){c.hidden=!about(c);if(!c.hidden){any=any||issue.value!=='';veil(c,keys)}});
    $('.said li,.other [data-i]',s).forEach(function(l){l.hidden=!(about(l)&&within(l.getAttribute('data-d')));if(!l.hidden&&issue.value!=='')any=true});
    $('.block',s).forEach(function(b){var i=$('.said li,.card,.other [data-i]',b);b.hidden=i.length>0&&i.every(function(l){return l.hidden})});
    var n=sum[0]+sum[1]+sum[2],w=s.querySelector('.window'),p=function(c){return Math.round(c*100/n)+'%'};
    w.hidden=!(from.value||to.value);
    w.textContent=n?w.getAttribute('data-text').replace('{n}',n).replace('{c}',p(sum[0])).replace('{s}',p(sum[1])):w.getAttribute('data-none');
    s.hidden=(who.value!==''&&s.id!==who.value)||!any;
    var row=document.querySelector('[data-who="'+s.id+'"]');if(row)row.hidden=s.hidden});
    }
    form.addEventListener('change',apply);form.addEventListener('reset',function(){setTimeout(apply,0)});
    $('.plot').forEach(function(f){var svg=f.querySelector('svg'),out=f.querySelector('.readout'),cols=$('.hit path',svg),at=-1;
    function show(i){if(i<0||i>=cols.length)return;if(at>=0)cols[at].classList.remove('on');at=i;cols[i].classList.add('on');out.textContent=cols[i].querySelector('title').textContent}
    cols.forEach(function(c,i){c.addEventListener('pointerenter',function(){show(i)})});
    svg.addEventListener('keydown',function(e){if(e.key==='ArrowRight'){show(at+1);e.preventDefault()}else if(e.key==='ArrowLeft'){show(at<0?cols.length-1:at-1);e.preventDefault()}})});
    })();
    """
}
