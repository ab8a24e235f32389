import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'

/** The name of our face. Its licence keeps the name of the original for the original. */
export const FAMILY = 'Madang Heading'

// As long as the names they stand for, so that the table of names needs no rewriting.
const NAMES = [
  ['Pretendard GOV', FAMILY],
  ['PretendardGOV', FAMILY.replace(' ', '')],
] as const

/** One file of the face. */
export type Part = {
  /** Name with the hash of what is in it: a browser may keep it for ever. */
  readonly file: string
  readonly bytes: Buffer
  readonly characters: ReadonlySet<string>
}

/**
 * Makes a file of the face with these characters and no others. Kerning stays where there is Latin, everything else
 * that a font can do (ligatures, other shapes, vertical text) goes: it is three quarters of the weight.
 */
export async function subset(font: Buffer, name: string, characters: ReadonlySet<string>): Promise<Part> {
  const renamed = Buffer.from(font)
  for (const [theirs, ours] of NAMES) replaceUtf16(renamed, theirs, ours)
  const bytes = await subsetFont(renamed, [...characters].join(''), {
    targetFormat: 'woff2',
    keepFeatures: ['kern'],
    dropTables: ['vhea', 'vmtx'],
    noHinting: true,
  })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { file: `madang-heading-${name}.${hash}.woff2`, bytes, characters }
}

function replaceUtf16(font: Buffer, theirs: string, ours: string): void {
  const [from, to] = [theirs, ours].map((text) => Buffer.from(text, 'utf16le').swap16())
  if (!from || from.length !== to?.length) throw new Error(`${ours} is not as long as ${theirs}`)
  for (let at = font.indexOf(from); at !== -1; at = font.indexOf(from, at)) to.copy(font, at)
}
