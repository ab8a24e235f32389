// The package brings no types of its own.
declare module 'subset-font' {
  type Options = {
    readonly targetFormat: 'woff2'
    /** OpenType features to keep; all others go. */
    readonly keepFeatures: readonly string[]
    readonly dropTables: readonly string[]
    readonly noHinting: boolean
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}
