/** How much of a stranger's file is opened. What is beyond is not shown, and says so. */

export const lookLimits = {
  /** Of a file that is opened at all. */
  bytes: 105_000_000,
  /** Of a picture. The largest telephones take 200 million in a mode that hardly anybody uses; 50 is common. */
  pixels: 110_000_000,
  /** Of a picture that must be unpacked whole before it can be made smaller. */
  pixelsUnpacked: 60_000_000,
  /** The pages that are drawn. */
  pages: 12,
  /** The longer side of a preview. */
  previewSide: 1_400,
  /** The longer side of the copy that may be downloaded. */
  copySide: 6_000,
  /** Characters of text. */
  text: 40_000,
  /** Entries of an archive, all archives inside it counted. */
  entries: 3_000,
  /** Bytes of an archive, unpacked, all archives inside it counted: less than a scanner looks through. */
  unpacked: 200_000_000,
  /** Archives inside archives. */
  nesting: 2,
  /** Bytes of all that is made of a file: a copy without loss of the longest side, and its previews. */
  answerBytes: 200_000_000,
  milliseconds: 60_000,
  megabytes: 900,
} as const;
