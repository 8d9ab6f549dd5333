/// How the report looks, on a wide screen, on a telephone and on paper.
///
/// Vermilion and blue stay apart for every kind of colour blindness (Okabe & Ito 2008), darkened until text in them
/// stands at 4.5:1 or more on white.
enum ReportStyle {
  /// The lines, bands and dots of curves; the drawing by itself needs them too.
  static let chart = """
    .grid{stroke:var(--line);fill:none}.half{stroke:#9aa5b3;fill:none}.axis{font-size:12px;fill:var(--soft)}.year{font-weight:700}.short{fill:#f1f3f6}\
    .line{fill:none;stroke-width:2.4;stroke-linejoin:round}.complaint .line{stroke:var(--complaint)}.support .line{stroke:var(--support);stroke-dasharray:7 4}\
    .complaint .band{fill:var(--complaint);opacity:.16}.support .band{fill:url(#hatch);opacity:.55}\
    .dots{stroke:#fff;stroke-width:1.2}.complaint .dots,.name.complaint{fill:var(--complaint)}.support .dots,.name.support{fill:var(--support)}.name{font-size:13.5px;font-weight:700}\
    .change path{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:2 3}.change text{fill:var(--ink);font-weight:600}.event path{stroke:var(--soft)}.event circle{fill:var(--ink)}.event text{fill:#fff;font-size:11px;font-weight:700}.hit{fill:#000;fill-opacity:0}
    """

  /// The hatching of support's band, once a page.
  static let hatching =
    "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V5\" stroke=\"#0a5a9c\" stroke-width=\"1.6\"/></pattern></defs>"

  static let page = """
    :root{--ink:#1d2430;--soft:#4f5a68;--line:#d8dde4;--tint:#f5f6f8;--complaint:#a63d00;--support:#0a5a9c;--good:#1a6330;color-scheme:light}
    *{box-sizing:border-box}[hidden]{display:none!important}html{scroll-padding-top:4.5rem}
    body{margin:0 auto;max-width:68rem;padding:0 1.5rem 3rem;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;color:var(--ink);background:#fff;overflow-wrap:break-word}
    h1{font-size:2.1rem;line-height:1.15;margin:2rem 0 .25rem;letter-spacing:-.01em}h2{font-size:1.5rem;line-height:1.2;margin:0}h3{font-size:1.05rem;margin:0 0 .5rem}p{margin:.35rem 0}
    .lede{font-size:1.1rem;color:var(--soft)}a{color:var(--support)}ul{padding-left:1.2rem;margin:.35rem 0}
    .filters{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem -1.5rem;padding:.6rem 1.5rem;background:#fff;border-block:1px solid var(--line)}
    .filters label{font-size:.8rem;color:var(--soft);display:grid;gap:.1rem;min-width:0}select,button{font:inherit;font-size:.95rem;padding:.25rem .4rem;border:1px solid #8b95a3;border-radius:.3rem;background:#fff;color:var(--ink);max-width:14rem}
    select:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible,svg:focus-visible{outline:3px solid var(--support);outline-offset:2px}
    .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;margin:1.25rem 0}.tile{border-top:3px solid var(--ink);padding:.5rem 0}.tile b{display:block;font-size:1.9rem;line-height:1.15;font-weight:700;font-variant-numeric:tabular-nums}.tile span{color:var(--soft);font-size:.92rem}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.45rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:middle}thead th{font-size:.82rem;color:var(--soft);font-weight:600;vertical-align:bottom}th:first-child{text-align:left;padding-left:0}tbody th{font-weight:600}.left{text-align:left}
    .whole{white-space:nowrap}.range{display:block;width:13rem;height:auto;margin:0 auto}.range .bar{stroke-width:3;stroke-linecap:round}.range .then .bar{stroke:#8b95a3}.range .then circle{fill:#fff;stroke:#6b7684;stroke-width:2}.range .now .bar{stroke:var(--complaint);opacity:.5}.range .now circle{fill:var(--complaint)}.range text{font-size:11px;fill:var(--soft)}
    .badge{display:inline-block;font-size:.88rem;font-weight:600;padding:.05rem .6rem;border-radius:1rem;border:1.5px solid currentColor;color:var(--soft);white-space:nowrap}.badge.better{color:var(--good)}.badge.worse{color:var(--complaint)}
    .official{margin-top:3rem;padding-top:1rem;border-top:3px solid var(--ink)}.official>header{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}.headline{font-size:1.15rem;max-width:52rem;margin:.5rem 0 .2rem}.verdict{color:var(--soft);margin:0 0 .5rem}
    .duo{display:grid;grid-template-columns:14.5rem minmax(0,1fr);gap:2rem;align-items:start;margin-top:1rem}.now dl{margin:0}.now dt{font-size:.85rem;color:var(--soft)}.now dd{margin:0 0 .8rem;font-variant-numeric:tabular-nums}.now dd b{font-size:1.35rem}.now dd.big b{font-size:3rem;line-height:1;color:var(--complaint)}.now dd.big{margin-top:.1rem}.now small{display:block;color:var(--soft);font-size:.85rem}
    figure{margin:0}figcaption{font-size:.88rem;color:var(--soft)}svg.curve{display:block;width:100%;height:auto}\(chart)
    .hit path:hover,.hit .on{fill-opacity:.07}.hit .out{fill:#fff;fill-opacity:.82}.key{display:none;font-size:.92rem}.key svg{width:2.1rem;height:.9rem;vertical-align:-.1rem}.readout{min-height:1.5em;font-size:.92rem;font-weight:600;margin:.2rem 0 0}
    .command{font-size:.8rem;color:var(--soft);margin:.3rem 0 0}code{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.95em;overflow-wrap:anywhere}
    details{margin:.6rem 0}summary{cursor:pointer;color:var(--support);font-size:.92rem}.scroll{overflow-x:auto}.scroll table{font-size:.9rem}.scroll td,.scroll th{padding:.25rem .5rem}
    .block{margin-top:1.75rem}.cards{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem 1.25rem}.card{border-top:1px solid var(--line);padding-top:.4rem;min-width:0}.card h4{margin:0;font-size:.92rem;line-height:1.25;min-height:2.5em}.card p{margin:0;font-size:.85rem;color:var(--soft)}.card b{color:var(--ink);font-size:1.05rem}.card svg{display:block;width:100%;height:3.5rem;border-bottom:1px solid #8b95a3}.card .bad{fill:var(--complaint)}.card .veil{fill:#fff;fill-opacity:.82}.ends{display:flex;justify-content:space-between}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:2.5rem}.pair>.block{min-width:0}ul.said{list-style:none;padding:0;margin:.5rem 0}.said li{margin:.5rem 0;padding:.15rem 0 .15rem .75rem;border-left:4px solid var(--line);overflow-wrap:anywhere}.said .complaint{border-color:var(--complaint)}.said .support{border-color:var(--support);border-left-style:double;border-left-width:6px}.said small{display:block;color:var(--soft);font-size:.82rem}mark{background:#ffe9a8;color:inherit;padding:0 .1em;border-radius:.15em}
    footer{margin-top:3rem;padding-top:1rem;border-top:3px solid var(--ink)}footer .block{break-inside:avoid}.ledger td:first-child{text-align:left;padding-left:0}.ledger{max-width:34rem}.ledger .sum td{font-weight:700;border-bottom-color:var(--ink)}.ledger .part td:first-child{padding-left:1.25rem}
    @media(max-width:60rem){.cards{grid-template-columns:repeat(3,minmax(0,1fr))}.duo{grid-template-columns:minmax(0,1fr)}.now dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;align-items:baseline}.tiles{grid-template-columns:1fr 1fr}}
    @media(max-width:46rem){body{padding:0 1rem 2rem}.filters{margin:1rem -1rem;padding:.5rem 1rem;position:static}.filters label{flex:1 1 9rem}select{max-width:none;width:100%}.pair{grid-template-columns:minmax(0,1fr);gap:0}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}h1{font-size:1.7rem}.glance thead{display:none}.glance,.glance tbody,.glance tr,.glance th,.glance td{display:block;text-align:left;border:0;padding:0}.glance tr{display:grid;grid-template-columns:1fr auto;gap:.15rem .75rem;padding:.7rem 0;border-bottom:1px solid var(--line)}.glance .wide{grid-column:1/-1}.glance td[data-label]::before{content:attr(data-label) " ";color:var(--soft);font-size:.85rem}.range{width:100%;max-width:24rem;margin:0}.curve .axis{font-size:20px}.curve .odd,.curve .name{display:none}.key{display:block}.event text{font-size:14px}.event circle{r:12px}}
    @media print{@page{size:A4;margin:14mm 12mm}body{max-width:none;padding:0;font-size:10.5pt}h1{margin-top:0}.filters,details,.readout{display:none!important}.official{break-before:page;margin-top:0;padding-top:.5rem}.duo{grid-template-columns:11.5rem minmax(0,1fr);gap:1.2rem}.now dl{display:block}.cards{grid-template-columns:repeat(4,minmax(0,1fr))}.pair{grid-template-columns:1fr 1fr;gap:1.5rem}.tiles{grid-template-columns:repeat(4,1fr)}figure,.card,.said li,tr,.tile,.now{break-inside:avoid}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
