import { UserError } from './cli.ts'

/** The ports of a stack that a person starts; `web` is Vite's. */
export type Ports = { readonly web: number; readonly auth: number; readonly firestore: number }

type Choice = { readonly flag: string; readonly variable: string; readonly usual: number }

const CHOICES: Readonly<Record<keyof Ports, Choice>> = {
  web: { flag: 'port', variable: 'MADANG_PORT', usual: 5173 },
  auth: { flag: 'auth-port', variable: 'MADANG_AUTH_PORT', usual: 9099 },
  firestore: { flag: 'firestore-port', variable: 'MADANG_FIRESTORE_PORT', usual: 8080 },
}

export const portVariable = (port: keyof Ports): string => CHOICES[port].variable

/**
 * The ports to use: a flag goes before its environment variable, and that before the usual port.
 * @throws UserError if a port is no number from 1 to 65535
 */
export function portsFrom(flags: Readonly<Record<string, unknown>>): Ports {
  const read = ({ flag, variable, usual }: Choice): number => {
    const given = flags[flag] ?? (process.env[variable] || undefined)
    if (given === undefined) return usual
    const port = Number(given)
    if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
    throw new UserError(`${given} is no port (${flags[flag] === undefined ? variable : `--${flag}`}).`)
  }
  return { web: read(CHOICES.web), auth: read(CHOICES.auth), firestore: read(CHOICES.firestore) }
}
