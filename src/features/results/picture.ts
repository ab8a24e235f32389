import { shareOf } from '#domain/course.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import type { Results } from '#domain/results.ts'

/** The size in which shared pictures are shown whole. */
export const PICTURE = { width: 1200, height: 630 } as const

// The colours of the light theme: a picture is seen elsewhere.
const GROUND = '#faf8f4'
const INK = '#142460'
const TEXT = '#1e2124'
const SUBTLE = '#58616a'
const FONT = `'Apple SD Gothic Neo','Noto Sans KR','Noto Sans CJK KR','Malgun Gothic',system-ui,sans-serif`

const BAR = { x: 640, width: 380, top: 188, step: 62 } as const

export type PictureWords = {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly titleOf: (task: TaskOverview) => string
  readonly share: (share: number) => string
  readonly none: string
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A text cut to fit, counting a Hangul syllable as two Latin letters. */
export function fitting(text: string, width: number): string {
  let used = 0
  let fits = ''
  for (const letter of text) {
    used += letter > 'ᄀ' ? 2 : 1.1
    if (used > width) return `${fits.trimEnd()}…`
    fits += letter
  }
  return fits
}

const words = (text: string, x: number, y: number, size: number, rest: string): string =>
  `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" ${rest}>${escaped(text)}</text>`

/** How much everybody agrees with each task, as an SVG to share: bars, each with its number. */
export function pictureOf(results: Results, tasks: readonly TaskOverview[], say: PictureWords): string {
  const rows = tasks.map((task, index) => {
    const y = BAR.top + index * BAR.step
    const agree = shareOf(results, 'agree', 'all', task.id)
    const share = agree ? agree.count / agree.of : 0
    return [
      words(String(taskNumber(task.id)), 72, y + 27, 26, `fill="${INK}" font-weight="700"`),
      words(fitting(say.titleOf(task), 44), 112, y + 27, 24, `fill="${TEXT}"`),
      `<rect x="${BAR.x}" y="${y}" width="${BAR.width}" height="36" rx="8" fill="#fff" stroke="${INK}" stroke-width="2"/>`,
      `<rect x="${BAR.x}" y="${y}" width="${Math.round(BAR.width * share)}" height="36" rx="8" fill="${INK}"/>`,
      words(agree ? say.share(share) : say.none, 1040, y + 28, 28, `fill="${INK}" font-weight="700"`),
    ].join('')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}">
<rect width="100%" height="100%" fill="${GROUND}"/>
${words(say.name, 72, 84, 26, `fill="${INK}" font-weight="700"`)}
${words(say.title, 72, 142, 42, `fill="${TEXT}" font-weight="700"`)}
${rows.join('\n')}
${words(say.note, 72, 590, 22, `fill="${SUBTLE}"`)}
</svg>`
}

/** Draws an SVG as a PNG, on this device. @throws if the browser cannot */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  // Of pictures, the page may show its own and those in an address: no blob.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), PICTURE)
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was drawn'))), 'image/png'),
  )
}
