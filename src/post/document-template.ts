/**
 * How a document (a report, a pack, a self-assessment) looks on paper, in Typst. Its words come in as data, put in as
 * strings, so that nothing that anybody wrote is read as Typst source.
 */
export const documentTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let brand = rgb(doc.colour)
#let quiet = rgb("#505a5f")
#let rule = rgb("#b1b4b6")

// No date: the same document gives the same bytes on any day.
#set document(title: doc.title, author: doc.landlord, date: none)
#set text(
  font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans Bengali",
    "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tamil", "Noto Emoji"),
  size: 11pt, lang: doc.lang, region: if doc.region == "" { none } else { doc.region }, hyphenate: false,
  fill: rgb("#0b0c0c"),
)
#set par(leading: 0.7em, spacing: 1.1em, justify: false)
#set page(
  paper: "a4",
  margin: (left: 22mm, right: 22mm, top: 20mm, bottom: 24mm),
  footer: context {
    set text(size: 9pt, fill: quiet)
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      doc.foot,
      "Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first()),
    )
  },
)
#set list(marker: [•], indent: 0.4em, body-indent: 0.7em, spacing: 0.8em)
#set enum(indent: 0.4em, body-indent: 0.7em, spacing: 0.8em)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: 14pt, below: 14pt, { set par(leading: 0.4em); text(size: 2em, weight: 700, fill: brand, it.body) })
#show heading.where(level: 2): it => block(above: 2em, below: 1.1em, sticky: true, text(size: 1.4em, weight: 700, fill: brand, it.body))
#show heading.where(level: 3): it => block(above: 1.6em, below: 1em, sticky: true, text(size: 1.15em, weight: 700, it.body))
#show heading.where(level: 4): it => block(above: 1.3em, below: 0.6em, sticky: true, text(size: 1em, weight: 700, it.body))
#show link: it => if type(it.dest) == str { underline(text(fill: rgb("#1b5a8a"), it)) } else { it }
#show figure: set block(breakable: true, above: 1.4em, below: 1.4em)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(weight: 700, it.body)))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: "chart"): set figure.caption(position: top)
// By hand, since the typesetter joins page numbers to their line by an invisible sign, which every figure of the file
// would then carry when it is copied or read aloud.
#show outline.entry: it => link(it.element.location(), block(width: 100%, above: 0.7em, below: 0.7em, grid(
  columns: (1fr, auto), column-gutter: 6mm, it.body(), it.page(),
)))

#let lines(all) = for (i, line) in all.enumerate() { if i > 0 { linebreak() }; line }
#let typed(text) = lines(text.split("\n"))
#let inline(pieces) = for piece in pieces {
  if type(piece) == str { typed(piece) }
  else if "strong" in piece { strong(typed(piece.strong)) }
  else { link(piece.href, piece.text) }
}
#let cell(c, heavy: false, over: false) = table.cell(
  align: (if c.number { right } else { left }) + (if over { bottom } else { top }),
  text(weight: if heavy { 700 } else { 400 }, inline(c.text)),
)
#let sheet(b) = {
  set par(leading: 0.55em)
  set text(size: b.size * 1pt)
  table(
    columns: b.columns.map(c => if c == 0 { auto } else { c * 1fr }),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + rgb("#0b0c0c") } else { 0.5pt + rule }),
    inset: (x: 4pt, y: 5pt),
    table.header(repeat: true, ..b.head.map(c => cell(c, heavy: true, over: true))),
    ..b.rows.map(row => row.enumerate().map(((i, c)) => cell(c, heavy: i == 0 and b.rowHeads))).flatten(),
    ..b.foot.map(c => cell(c, heavy: true)),
  )
}

#let render(b) = {
  if b.block == "heading" { heading(level: b.level, b.text) }
  else if b.block == "paragraph" { par(inline(b.text)) }
  else if b.block == "list" {
    if b.ordered { enum(..b.items.map(inline)) } else { list(..b.items.map(inline)) }
  }
  else if b.block == "table" {
    figure(kind: table, supplement: none, numbering: none, outlined: false, caption: b.caption, sheet(b))
  }
  else if b.block == "chart" {
    figure(
      kind: "chart", supplement: none, numbering: none, outlined: false, caption: b.caption,
      align(left, image(bytes(b.svg), format: "svg", alt: b.alt, width: 80%)),
    )
  }
  else if b.block == "facts" { terms(..b.rows.map(r => terms.item(r.label, inline(r.value)))) }
  else if b.block == "said" {
    block(
      width: 100%, above: 1em, below: 1.3em, inset: (left: 1em, y: 0.35em), stroke: (left: 3pt + brand),
      {
        for p in b.paragraphs { block(width: 100%, { set text(dir: if p.rtl { rtl } else { ltr }); par(typed(p.text)) }) }
        par(text(size: 0.9em, fill: quiet, b.by))
      },
    )
  }
  else if b.block == "missing" {
    block(width: 100%, inset: 0.7em, stroke: (paint: rgb("#9b1c1c"), dash: "dashed"), par({ strong("Still missing: "); b.text }))
  }
}

#if doc.draft { block(width: 100%, inset: 0.6em, stroke: 1pt + rgb("#9b1c1c"), text(weight: 700, doc.draft-words)) }
#par(text(size: 1.15em, weight: 700, doc.landlord))
#heading(level: 1, doc.title)
#if doc.subtitle != "" { par(text(size: 1.15em, doc.subtitle)) }
#par(text(fill: quiet, doc.status))
#if doc.contents {
  heading(level: 2, outlined: false, "Contents")
  outline(title: none, depth: 2, target: heading.where(level: 2, outlined: true))
}
#for b in doc.blocks { render(b) }
#if doc.provenance.len() > 0 {
  block(above: 2.5em, width: 100%, stroke: (top: 0.5pt + rule), inset: (top: 0.8em), {
    set text(size: 8.5pt, fill: quiet)
    set par(leading: 0.55em, spacing: 0.7em)
    for line in doc.provenance { par(line) }
  })
}
`;
