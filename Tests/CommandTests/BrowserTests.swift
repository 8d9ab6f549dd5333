import Foundation
import Testing

/// The report in a real browser: what it shows, on which screens, and what it asks of the network.
@Suite(
  "the report in a browser", .serialized,
  .enabled(
    if: Browser.installed != nil,
    "no chromium here: install it (apt-get install chromium) to test the page; .ci/run does"))
struct BrowserTests {
  /// A folder with the demo's report, and a browser to open it.
  private func opened<Result>(
    dump: [UInt8]? = nil, _ flags: [String] = [], _ use: (Browser, URL, URL) throws -> Result
  ) throws -> Result {
    let browser = try #require(Browser.installed)
    let folder = FileManager.default.temporaryDirectory.appending(path: "suara-page-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "laporan.html")
    var operand = Suara.demo
    if let dump {
      operand = folder.appending(path: "dump.csv").path
      try Data(dump).write(to: URL(filePath: operand))
    }
    let made = try Suara.run(["report", operand, "--output", page.path] + flags)
    try #require(made.code == 0, "\(made.err)")
    return try use(browser, page, folder)
  }

  /// The page with a script at its end, which writes what it finds into the element `found`.
  ///
  /// The page stands in a frame of the given width, because no window is narrower than 500 pixels.
  private func found(_ script: String, on page: URL, _ browser: Browser, width: Int = 1280) throws
    -> (text: String, console: [String])
  {
    let html = try String(contentsOf: page, encoding: .utf8)
    let probe = page.deletingLastPathComponent().appending(path: "probe.html")
    let added =
      "<script>(function(){var found=[];\(script);var e=parent.document.createElement('pre');e.id='found';e.textContent=found.join('\\n');parent.document.body.appendChild(e)})()</script></body>"
    let inner = html.replacing("</body>", with: added).replacing("&", with: "&amp;")
      .replacing("\"", with: "&quot;")
    try
      "<!doctype html><body style=\"margin:0\"><iframe style=\"border:0;width:\(width)px;height:2000px\" srcdoc=\"\(inner)\"></iframe></body>"
      .write(to: probe, atomically: true, encoding: .utf8)
    let (dom, console) = try browser.dom(of: probe, width: max(500, width))
    let text = try #require(
      dom.firstMatch(of: /<pre id="found">([\s\S]*?)<\/pre>/), "\(console)")
    return (String(text.output.1), console)
  }

  @Test("no console message and no request but for the file itself")
  func quiet() throws {
    try opened { browser, page, folder in
      let (dom, console) = try browser.dom(of: page)
      #expect(console.isEmpty, "\(console)")
      #expect(dom.contains("Bupati Sukamaju"))
      #expect(try browser.requests(of: page, in: folder) == [])
      // The log would show one: this page asks for a picture.
      let asking = folder.appending(path: "asking.html")
      try "<img src=\"http://suara.invalid/x.png\">".write(
        to: asking, atomically: true, encoding: .utf8)
      #expect(
        try browser.requests(of: asking, in: folder).contains("http://suara.invalid/x.png"))
    }
  }

  @Test("nothing overflows, on a desk and on a telephone", arguments: [1280, 390])
  func overflow(width: Int) throws {
    try opened { browser, page, _ in
      let (text, _) = try found(
        """
        found.push(innerWidth+' '+document.documentElement.scrollWidth);
        document.querySelectorAll('body *').forEach(function(e){
        if(e.closest('.scroll')||e.closest('defs')||e.closest('head'))return;
        var r=e.getBoundingClientRect();if(r.width>0&&(r.right>innerWidth+1||r.left<-1))found.push(e.tagName+'.'+e.getAttribute('class')+' '+r.left+' '+r.right);
        if(e.tagName==='text'&&r.width>0){var s=e.ownerSVGElement.getBoundingClientRect();
        if(r.right>s.right+1||r.left<s.left-1||r.bottom>s.bottom+1||r.top<s.top-1)found.push('cut '+e.textContent)}})
        """, on: page, browser, width: width)
      #expect(text == "\(width) \(width)")
    }
  }

  @Test("text stands at 4.5:1 or more against what is behind it", arguments: [1280, 390])
  func contrast(width: Int) throws {
    try opened(["--lang", "en"]) { browser, page, _ in
      let (text, _) = try found(
        """
        function rgb(c){var m=c.match(/[0-9.]+/g);return m?m.map(Number):[0,0,0,0]}
        function lum(c){return [0.2126,0.7152,0.0722].reduce(function(s,w,i){var v=c[i]/255;return s+w*(v<=0.03928?v/12.92:Math.pow((v+0.055)/1.055,2.4))},0)}
        function behind(e){for(;e;e=e.parentElement){var c=rgb(getComputedStyle(e).backgroundColor);if(c.length<4||c[3]>0)return c}return [255,255,255]}
        var checked=0;
        document.querySelectorAll('body *').forEach(function(e){
        if(e.closest('script,style,title,desc'))return;
        var own=Array.prototype.some.call(e.childNodes,function(n){return n.nodeType===3&&n.textContent.trim()!==''});
        if(!own||e.getBoundingClientRect().width===0)return;
        var s=getComputedStyle(e),svg=e.ownerSVGElement,fore=rgb(svg?s.fill:s.color);
        var back=svg?(e.closest('.event')?rgb(getComputedStyle(e.parentNode.querySelector('circle')).fill):[241,243,246]):behind(e);
        var a=lum(fore),b=lum(back),ratio=(Math.max(a,b)+0.05)/(Math.min(a,b)+0.05);
        checked++;if(ratio<4.5)found.push(ratio.toFixed(2)+' '+e.tagName+'.'+e.getAttribute('class')+' '+e.textContent.slice(0,30))});
        found.unshift(checked>300?'checked':'only '+checked)
        """, on: page, browser, width: width)
      #expect(text == "checked")
    }
  }

  @Test("filters choose account, issue and time, and come back")
  func filters() throws {
    try opened { browser, page, _ in
      let (text, console) = try found(
        """
        var form=document.querySelector('.filters'),f=form.elements;
        function shown(s){return Array.prototype.filter.call(document.querySelectorAll(s),function(e){return e.getClientRects().length>0}).length}
        function set(name,value){f[name].value=value;form.dispatchEvent(new Event('change'))}
        found.push('form '+shown('.filters'));found.push('accounts '+shown('.official'));
        set('who','s1');found.push('one '+shown('.official')+' '+shown('.glance tbody tr'));set('who','');
        var cards=shown('.card'),issue=document.querySelector('.card').getAttribute('data-i');
        set('issue',issue);
        found.push('issue '+(shown('.card')<cards&&shown('.card')>0)+' '+Array.prototype.every.call(document.querySelectorAll('.card'),function(c){return c.hidden===(c.getAttribute('data-i')!==issue)}));
        set('issue','');
        set('from','2026-01-01');set('to','2026-03-31');
        found.push('rows '+document.querySelectorAll('#s0 tr[data-c]:not([hidden])').length);
        found.push('window '+document.querySelector('#s0 .window').textContent.replace(/[0-9]+/g,'N'));
        var card=document.querySelector('#s0 .card'),n=card.getAttribute('data-n').split(' ').slice(8,11).reduce(function(a,b){return a+ +b},0);
        found.push('card '+(card.querySelector('b').textContent===String(n))+' '+(card.querySelectorAll('.veil').length));
        found.push('said '+Array.prototype.every.call(document.querySelectorAll('.said li[data-d]:not([hidden])'),function(l){var d=l.getAttribute('data-d');return d>='2026-01-01'&&d<='2026-03-31'}));
        f.who.value='';f.issue.value='';set('from','');set('to','');
        found.push('back '+shown('.official')+' '+(shown('.card')===cards)+' '+document.querySelectorAll('#s0 .veil').length);
        var svg=document.querySelector('.plot svg');
        svg.dispatchEvent(new KeyboardEvent('keydown',{key:'ArrowRight'}));
        found.push('read '+document.querySelector('.readout').textContent.split(':')[0])
        """, on: page, browser)
      #expect(console.isEmpty, "\(console)")
      #expect(
        text.split(separator: "\n").map(String.init) == [
          "form 1", "accounts 8", "one 1 1", "issue true true", "rows 3",
          "window Dalam masa terpilih: N komentar; keluhan N%, dukungan N%.", "card true 15",
          "said true", "back 8 true 0", "read Mei 2025",
        ])
    }
  }

  @Test("without its script everything is readable, and no control stands there that does nothing")
  func withoutScript() throws {
    try opened { browser, page, folder in
      let html = try String(contentsOf: page, encoding: .utf8)
      let bare = folder.appending(path: "bare.html")
      try html.replacing(/<script>[\s\S]*<\/script>/, with: "").write(
        to: bare, atomically: true, encoding: .utf8)
      let (text, _) = try found(
        """
        function shown(s){return Array.prototype.filter.call(document.querySelectorAll(s),function(e){return e.getClientRects().length>0}).length}
        found.push(shown('.filters')+' '+shown('.official')+' '+shown('.curve')+' '+(shown('.said li')>50)+' '+shown('details'))
        """, on: bare, browser)
      #expect(text == "0 8 8 true 8")
    }
  }

  @Test("a dump full of tags, quotes and marks without width shows as text and runs nothing")
  func hostile() throws {
    let nasty = [
      "<script>document.title='owned'</script>", "<img src=x onerror=document.title='owned'>",
      "\"'><svg/onload=document.title='owned'>", "</title></style></script><b>x",
      "jalan\u{202E}rusak\u{2066}parah\u{200B} pak\u{FEFF} \u{200F}kapan diperbaiki?",
      "{{7*7}} ${x} &lt;b&gt; &amp;", "javascript:alert(1)",
    ]
    var csv = "id,text,created_at,official,author,post,parent,likes,platform\n"
    for i in 0..<600 {
      let text = "jalan rusak parah " + nasty[i % nasty.count]
      let cells = [
        "\(i)<i>", text, "2026-0\(1 + i % 6)-1\(i % 10)", "Dinas " + nasty[(i / 300) % 2],
        nasty[i % 3], "p\(i % 30)<", "", "1", "<u>",
      ]
      csv +=
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    try opened(dump: Array(csv.utf8)) { browser, page, _ in
      let (text, console) = try found(
        """
        found.push(document.title);
        found.push(document.querySelectorAll('img,b b,iframe,svg[onload]').length+' '+document.querySelectorAll('script').length);
        found.push(document.querySelector('h2').textContent);
        found.push(/[\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u200f]/.test(document.body.innerHTML));
        found.push(document.body.textContent.indexOf("<img src=x onerror=document.title='owned'>")>=0)
        """, on: page, browser)
      #expect(console.isEmpty, "\(console)")
      let lines = text.split(separator: "\n").map(String.init)
      #expect(lines[0] == "Laporan suara warga")
      // Two scripts: the report's own and this test's.
      #expect(lines[1] == "0 2")
      #expect(lines[2].hasPrefix("Dinas &lt;"))
      #expect(lines[3] == "false" && lines[4] == "true")
    }
  }

  @Test("prints to PDF: each account begins a page, and no chart lies across two")
  func print() throws {
    try opened { browser, page, folder in
      let file = folder.appending(path: "laporan.pdf")
      try browser.pdf(of: page, to: file)
      let pdf = try Data(contentsOf: file)
      #expect(pdf.starts(with: Array("%PDF-".utf8)))
      let text = String(decoding: pdf, as: UTF8.self)
      let pages = text.matches(of: /\/Type\s*\/Page\b/).count
      // One page of summary, two for each of eight accounts, one for data and method.
      #expect((9...20).contains(pages), "\(pages) pages")
      // What must not be cut says so to the printer, and is lower than a page.
      let (cut, _) = try found(
        """
        var printed=[].concat.apply([],Array.prototype.map.call(document.styleSheets[0].cssRules,function(r){return r.media&&r.media.mediaText==='print'?Array.prototype.slice.call(r.cssRules):[]}));
        function avoids(e){return printed.some(function(r){return r.selectorText&&r.style.breakInside==='avoid'&&e.matches(r.selectorText)})}
        document.querySelectorAll('figure,.card').forEach(function(e){if(!avoids(e)||e.getBoundingClientRect().height>900)found.push(e.className)});
        found.push('looked '+(document.querySelectorAll('figure').length))
        """, on: page, browser, width: 760)
      #expect(cut == "looked 8")
      let shot = folder.appending(path: "laporan.png")
      try browser.screenshot(of: page, width: 390, to: shot)
      #expect(try Data(contentsOf: shot).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }
}
