import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { browserPath, HEADLESS } from './browser.ts'
import { UserError } from './cli.ts'
import { runningFirestore } from './firestore-emulator.ts'
import { javaPath } from './java.ts'
import { which } from './which.ts'

type Prerequisite = {
  readonly name: string
  /** The Debian package that brings it. */
  readonly debian: string
  readonly elsewhere: string
  readonly isThere: () => boolean
  /** Whether it is the one that costs least; another will do. */
  readonly isBest?: () => boolean
}

const JAVA: Prerequisite = {
  name: 'Java 11 or later (for the Firestore emulator)',
  debian: 'default-jre-headless',
  elsewhere: 'macOS: brew install openjdk',
  // JAVA_HOME that leads nowhere is for needJava to explain: installing another Java would not help.
  isThere: () => javaPath() !== null || Boolean(process.env.JAVA_HOME) || runningFirestore() !== null,
}

const BROWSER: Prerequisite = {
  name: 'Chromium or Chrome (for the browser tests)',
  debian: HEADLESS,
  elsewhere: 'or set CHROMIUM_PATH to one',
  isThere: () => browserPath() !== null,
  isBest: () => which(HEADLESS) !== null || Boolean(process.env.CHROMIUM_PATH),
}

const KOREAN_FONTS: Prerequisite = {
  name: 'Korean fonts (for the browser tests)',
  debian: 'fonts-noto-cjk',
  elsewhere: 'any font with Hangul will do',
  isThere: hasKoreanFont,
}

/** What `npm start` needs beside Node.js. */
export const FOR_START: readonly Prerequisite[] = [JAVA]

/** What `npm run test:rules` needs beside Node.js. */
export const FOR_RULES: readonly Prerequisite[] = [JAVA]

/** What `npm test` needs beside Node.js. */
export const FOR_TESTS: readonly Prerequisite[] = [JAVA, BROWSER, KOREAN_FONTS]

/**
 * Makes sure that these are there: on Debian, as root, what is missing is installed.
 * @throws UserError that names what is still missing and how to install it
 */
export function needPrerequisites(wanted: readonly Prerequisite[]): void {
  const improvable = wanted.filter((one) => !one.isThere() || one.isBest?.() === false)
  if (improvable.length > 0 && canInstall()) install(improvable.map((one) => one.debian))
  const missing = wanted.filter((one) => !one.isThere())
  if (missing.length === 0) return
  const names = missing.map((one) => one.name).join(', ')
  const packages = missing.map((one) => one.debian).join(' ')
  const elsewhere = missing.map((one) => one.elsewhere).join('; ')
  throw new UserError(`Missing: ${names}. Debian, Ubuntu: sudo apt-get install ${packages}; ${elsewhere}.`)
}

const canInstall = (): boolean =>
  existsSync('/etc/debian_version') && process.getuid?.() === 0 && which('apt-get') !== null

function install(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = spawnSync('apt-get', ['-qq', 'update'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (update.status !== 0) return // the caller says what is missing still
  const flags = ['-qq', '-y', '--no-install-recommends', 'install', ...packages]
  spawnSync('apt-get', flags, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

function hasKoreanFont(): boolean {
  // macOS and Windows bring Korean fonts and have no fc-list.
  if (which('fc-list') === null) return process.platform !== 'linux'
  return spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).stdout.trim() !== ''
}
