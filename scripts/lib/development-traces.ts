import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What only the development page of the design system says; src/app/dev holds all of it. */
const TRACES = ['Design system', 'components-page', 'dev/components', '읽는 학교를 함께 만들어요']

/** The files of a build that hold something of the development page; there must be none. @param folder the build */
export function developmentTraces(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const content = readFileSync(file, 'utf8')
      return TRACES.some((trace) => file.includes(trace) || content.includes(trace))
    })
}
