// A zip archive as PKWARE's APPNOTE 6.3.10 describes it: of each file a header and its deflated bytes, then a directory.

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** @param crc of the bytes before these */
function crc32(bytes: Uint8Array, crc: number): number {
  let value = ~crc
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0)
  return ~value >>> 0
}

type Packed = { readonly name: string; readonly crc: number; readonly size: number; readonly data: ArrayBuffer }

/** A file's text, whole or piece by piece. */
export type Pieces = Iterable<string> | AsyncIterable<string>

/** Deflates beside the page's own work: the browser does it, and a piece is asked for when there is room for it. */
async function pack(name: string, pieces: Pieces): Promise<Packed> {
  const deflate = new CompressionStream('deflate-raw')
  const writer = deflate.writable.getWriter()
  const packed = new Response(deflate.readable).arrayBuffer()
  const encoder = new TextEncoder()
  let [crc, size] = [0, 0]
  try {
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece)
      crc = crc32(bytes, crc)
      size += bytes.length
      await writer.write(bytes)
    }
    await writer.close()
  } catch (error) {
    packed.catch(() => {})
    await writer.abort(error)
    throw error
  }
  return { name, crc, size, data: await packed }
}

const VERSION = 20
const UTF_8 = 0x0800
const DEFLATED = 8
/** 1 January 1980, midnight: the first that it can say. When a file was made is nobody's concern. */
const DAY = 0x21

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Numbers of 2 or 4 bytes, the lowest first. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

/** What the header of a file and its entry in the directory both say. */
const shared = ({ name, crc, size, data }: Packed) =>
  [
    [2, VERSION],
    [2, UTF_8],
    [2, DEFLATED],
    [2, 0],
    [2, DAY],
    [4, crc],
    [4, data.byteLength],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const

/**
 * Files as one zip archive.
 * @param files their names, of plain letters, and their text; at most 4 GB
 */
export async function zipOf(files: readonly (readonly [name: string, pieces: Pieces])[], type: string): Promise<Blob> {
  const parts: BlobPart[] = []
  const directory: BlobPart[] = []
  let [offset, directorySize] = [0, 0]
  for (const [name, pieces] of files) {
    const file = await pack(name, pieces)
    const header = record([4, LOCAL], ...shared(file))
    const entry = record([4, CENTRAL], [2, VERSION], ...shared(file), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset])
    parts.push(header, name, file.data)
    directory.push(entry, name)
    offset += header.length + name.length + file.data.byteLength
    directorySize += entry.length + name.length
  }
  const count = files.length
  const end = record([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, directorySize], [4, offset], [2, 0])
  return new Blob([...parts, ...directory, end], { type })
}
