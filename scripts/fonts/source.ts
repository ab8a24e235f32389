import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../lib/cli.ts'
import { CACHE } from '../lib/paths.ts'
import type { Processes } from '../lib/processes.ts'

const VERSION = '1.3.9'
const SHA256 = '4a72e78753b42a16308597b597f050ecd1d4baad92cbae8cdf4bcf0d28828da7'
const FOLDER = join(CACHE, 'fonts')
const FONT = 'package/dist/public/static/alternative/PretendardGOV-Bold.ttf'
const LICENCE = 'package/dist/LICENSE.txt'

/** The face that the subset is made of, and its licence. */
export type Source = { readonly font: Buffer; readonly licence: string }

/**
 * Fetches Pretendard GOV from the npm registry, once.
 * @throws UserError if it cannot be had, or is not the file it was
 */
export async function fetchSource(processes: Processes): Promise<Source> {
  const archive = join(FOLDER, `pretendard-gov-${VERSION}.tgz`)
  mkdirSync(FOLDER, { recursive: true })
  if (!existsSync(archive)) {
    const flags = ['pack', `pretendard-gov@${VERSION}`, '--silent', '--pack-destination', FOLDER]
    if ((await processes.run('npm', flags, { cwd: FOLDER })) !== 0) throw new UserError('The npm registry has no font.')
  }
  if ((await processes.run('tar', ['-xzf', archive, '-C', FOLDER, FONT, LICENCE])) !== 0) {
    throw new UserError(`${archive} cannot be unpacked: delete it and try again.`)
  }
  const font = readFileSync(join(FOLDER, FONT))
  if (createHash('sha256').update(font).digest('hex') !== SHA256) {
    throw new UserError(`${join(FOLDER, FONT)} is not the font it was: delete ${FOLDER} and look into it.`)
  }
  return { font, licence: readFileSync(join(FOLDER, LICENCE), 'utf8') }
}
