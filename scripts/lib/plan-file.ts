import { readFileSync } from 'node:fs'
import { PlanFileError, type PlanFileFault, parsePlanFile as parse } from '#data/plan-file.ts'
import type { PlanFile } from '#domain/plan-file.ts'
import words from '../../locales/en/review-plan-file.json' with { type: 'json' }
import { UserError } from './cli.ts'

/**
 * The plan that a file holds.
 * @throws UserError if it cannot be read, or that names the line and the field of everything that is wrong
 */
export function readPlanFile(file: string): PlanFile {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  return parsePlanFile(file, content)
}

/** The same of what was read. @param name of the file, for what is said of it */
export function parsePlanFile(name: string, content: string): PlanFile {
  try {
    return parse(content)
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error
    const problems = error.faults.map((fault) => `${name}:${inWords(fault)}`)
    throw new UserError(`${name} is not a plan as docs/plan-files.md says:`, problems.join('\n'))
  }
}

const inWords = ({ line, path, problem, value }: PlanFileFault): string =>
  `${line} ${path.join('.') || '(whole file)'}: ${words.problem[problem].replace('{{value}}', String(value))}`
