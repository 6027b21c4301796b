/**
 * How a letter looks on paper, in Typst. The letter itself comes in as data: every text is put in as a string, never as
 * Typst source, so that `#import`, `]` or `@` in someone's words come out as they were written.
 */
export const letterTemplate = String.raw`
#let letter = json(bytes(sys.inputs.letter))
#let large = letter.largePrint
#let size = if large { 18pt } else { 11.5pt }
#let brand = rgb(letter.colour)
#let coloured = letter.colouredPaper
// On the coloured ground the small grey words would fall below 4.5:1.
#let quiet = if coloured { rgb("#383f43") } else { rgb("#505a5f") }

#set document(
  title: letter.title,
  author: letter.from.name,
  date: datetime(year: letter.year, month: letter.month, day: letter.dayOfMonth),
)
#set text(
  font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans Bengali",
    "Noto Sans Gujarati", "Noto Sans Gurmukhi", "Noto Sans Tamil", "Noto Emoji"),
  size: size, lang: letter.lang, region: letter.region, hyphenate: false, fill: rgb("#0b0c0c"),
)
#set par(leading: 0.72em, spacing: 1.15em, justify: false)
#set page(
  paper: "a4",
  fill: if coloured { rgb("#fff4cc") } else { auto },
  margin: (left: 25mm, right: 25mm, top: 22mm, bottom: 26mm),
  footer: context {
    set text(size: if large { 14pt } else { 9pt }, fill: quiet)
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      letter.from.name + ", reference " + letter.reference,
      "Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first()),
    )
  },
)
#set list(marker: [•], indent: 0.4em, body-indent: 0.7em, spacing: 0.9em)

#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: 1.4em, below: 1.1em, text(size: 1.45em, weight: 700, it.body))
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.9em, sticky: true, text(size: 1.18em, weight: 700, fill: brand, it.body))
#show heading.where(level: 3): it => block(above: 1.25em, below: 0.65em, sticky: true, text(size: 1em, weight: 700, it.body))
#show quote.where(block: true): set block(above: 0.8em, below: 1.1em)
#show quote.where(block: true): it => block(
  above: 0.8em, below: 1.1em, inset: (left: 1em, y: 0.35em), stroke: (left: 2pt + rgb("#b1b4b6")), it.body,
)

#let lines(all) = for (i, line) in all.enumerate() { if i > 0 { linebreak() }; line }
// A single line break that someone typed stays a line break.
#let typed(text) = lines(text.split("\n"))

#let render(b) = {
  if b.block == "heading" { heading(level: b.level, outlined: true, b.text) }
  else if b.block == "paragraph" {
    // 'We based this on:' goes with what follows it.
    if b.text.ends-with(":") { block(sticky: true, par(typed(b.text))) } else { par(typed(b.text)) }
  }
  else if b.block == "place" { for p in b.paragraphs { par(typed(p)) } }
  else if b.block == "quote" { quote(block: true, for p in b.paragraphs { par(typed(p)) }) }
  else if b.block == "list" { list(..b.items.map(i => typed(i))) }
  else if b.block == "facts" { terms(..b.rows.map(r => terms.item(r.label, r.value))) }
  else if b.block == "contact" {
    block(
      width: 100%, breakable: false, inset: (left: 1em, y: 0.5em), stroke: (left: 3pt + brand),
      par(leading: 0.6em, { strong(b.name); linebreak(); lines(b.lines) }),
    )
  }
  else if b.block == "point" { heading(level: 2, b.heading); for inner in b.blocks { render(inner) } }
}

// Who writes: on the right, beside the fold; the address stands where an envelope's window shows it. Everything keeps to
// the areas that GOV.UK Notify prints: the name above 30 mm, the address from 39.5 to 66.3 mm and left of 120 mm, the sender
// right of 125 mm, the letter itself below 95 mm.
#let many = letter.addressed.len() > 5
// No wider than the part of the page that GOV.UK Notify prints beside the address.
#let bar = calc.min(0.38mm, 59mm / letter.barcode.width)
#block(height: if large { 78mm } else { 74mm }, width: 100%, {
  place(top + left, text(size: if large { 22pt } else { 17pt }, weight: 700, fill: brand, letter.from.name))
  place(top + right, dy: if large { 11mm } else { 0mm }, block(width: 59mm, align(right, {
    set text(size: if large { 14pt } else { 9.5pt })
    set par(leading: 0.55em)
    // An address that is too long for its place is set smaller, never broken.
    lines(letter.sender.map(line => context {
      let wide = measure(line).width
      if wide > 59mm { text(size: 1em * (59mm / wide), line) } else { line }
    }))
    // The reference once more, for the scanner of incoming post; whoever listens to the letter has it in words below. Under
    // the sender, since what is laid over words hides them.
    block(above: 4mm, pdf.artifact(box(width: letter.barcode.width * bar, height: 8mm, {
      for one in letter.barcode.bars {
        place(top + left, dx: one.at * bar, rect(width: one.width * bar, height: 8mm, fill: black, stroke: none))
      }
    })))
  })))
  place(top + left, dy: 18mm, block(width: 93mm, {
    set text(size: if many { 10pt } else if large { 13pt } else { 11.5pt })
    set par(leading: if many { 0.35em } else if large { 0.4em } else { 0.5em })
    lines(letter.addressed)
  }))
})
#par(leading: 0.6em, { letter.date; linebreak(); "Your reference: " + letter.reference })
#v(0.4em)
#par(letter.salutation + ",")
#heading(level: 1, letter.title)
#for b in letter.body.slice(0, -1) { render(b) }
// A signature never stands alone on a page.
#block(sticky: true, width: 100%, render(letter.body.last()))
#block(breakable: false, above: 1.8em, {
  par("Yours sincerely,")
  v(2.6em)
  par(leading: 0.6em, lines(letter.signed))
})
`;
