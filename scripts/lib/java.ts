import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { UserError } from './cli.ts'
import { isExecutable, which } from './which.ts'

/** The Firestore emulator needs at least this release of Java. */
const OLDEST_JAVA = 11

const HOW_TO_INSTALL = `install Java ${OLDEST_JAVA} or later (Debian, Ubuntu: apt-get install default-jre-headless; macOS: brew install openjdk)`

/** Where Java is: JAVA_HOME first, then PATH; null if neither leads to one. */
export function javaPath(): string | null {
  const home = process.env.JAVA_HOME
  if (!home) return which('java')
  const path = join(home, 'bin', 'java')
  return isExecutable(path) ? path : null
}

/** The release in what `java -version` prints: 17 of “17.0.15”, 8 of “1.8.0_392”; null if there is none. */
export function javaRelease(printed: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(printed)
  return found ? Number(found[1]) : null
}

/**
 * The Java to start the emulator with.
 * @throws UserError if there is none, or none that is new enough
 */
export function needJava(): string {
  const path = javaPath()
  if (path === null) {
    const home = process.env.JAVA_HOME
    throw new UserError(
      home
        ? `JAVA_HOME is ${home}, but there is no bin/java in it: correct it, or unset it to use the java on PATH.`
        : `Java is missing, and the Firestore emulator runs on it: ${HOW_TO_INSTALL}.`,
    )
  }
  const { stdout, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' })
  const release = javaRelease(`${stderr}\n${stdout}`)
  if (release === null) throw new UserError(`${path} does not say which Java it is: ${HOW_TO_INSTALL}.`)
  if (release < OLDEST_JAVA) {
    throw new UserError(`${path} is Java ${release}, too old for the Firestore emulator: ${HOW_TO_INSTALL}.`)
  }
  return path
}
