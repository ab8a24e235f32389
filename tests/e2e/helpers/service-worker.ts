import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Until the pages are kept on the device and this one is served from there. */
export const untilKept = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return navigator.serviceWorker.controller?.state === 'activated'
  })

/** Puts another version in the place of the one that is served. @returns how to put it back */
export function deployAnother(): () => void {
  const dist = process.env.MADANG_DIST ?? ''
  const files = ['sw.js', 'ko/tasks/1.html'].map((name) => join(dist, name))
  const before = files.map((file) => readFileSync(file, 'utf8'))
  const [worker = '', html = ''] = before
  writeFileSync(files[1] ?? '', html.replace('<html lang="ko"', '<html lang="ko" data-version="2"'))
  const changed = worker.replace(/(url:"ko\/tasks\/1",revision:)"\w+"/, '$1"another"')
  if (changed === worker) throw new Error('sw.js does not name ko/tasks/1')
  writeFileSync(files[0] ?? '', changed)
  return () => files.forEach((file, index) => void writeFileSync(file, before[index] ?? ''))
}
