import { queryOptions } from '@tanstack/react-query'
import * as v from 'valibot'
import { emulators, firebaseConfig } from './config.ts'
import { toDataError } from './errors.ts'

const mailsSchema = v.object({
  oobCodes: v.array(v.object({ email: v.string(), oobLink: v.string(), requestType: v.string() })),
})

async function readEmulatedLink(email: string): Promise<string | null> {
  try {
    const url = `${emulators?.auth}/emulator/v1/projects/${firebaseConfig().projectId}/oobCodes`
    const { oobCodes } = v.parse(mailsSchema, await (await fetch(url)).json())
    const links = oobCodes.filter((mail) => mail.email === email.toLowerCase() && mail.requestType === 'EMAIL_SIGNIN')
    return links.at(-1)?.oobLink ?? null
  } catch (error) {
    throw toDataError(error)
  }
}

/** The newest sign-in link that the Auth emulator “sent” to an address. Exists against the emulators only. */
export const emulatedMailQuery = (email: string) =>
  queryOptions({ queryKey: ['emulated-mail', email], queryFn: () => readEmulatedLink(email), staleTime: 0 })
