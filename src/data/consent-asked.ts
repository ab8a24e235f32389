import { hash } from '#domain/hash.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { CONSENT_ASKED, storage } from './storage.ts'

// Who was told here of the newest consent text: “4:k3x9ab,1d5zwq”. People share devices, and each is told once; each stands
// there as a short number made of the uid. That hides nobody: uids stand at comments, for all to try. So all of it goes when
// anybody signs out by their own wish (session.ts), and who comes back is told once more.

/** Hardly as many share a device. Of more, who was told first is told again. */
const MOST = 20

const markOf = (uid: string): string => hash(uid).toString(36)

/** Those who were told of an earlier text are told of this one. */
function marks(): string[] {
  const [version, told] = (storage.read(CONSENT_ASKED) ?? '').split(':')
  return version === String(CONSENT_VERSION) && told ? told.split(',') : []
}

/** Whether this person was told here. */
export const wasToldOfConsent = (uid: string): boolean => marks().includes(markOf(uid))

/** Notes that they were. */
export function noteToldOfConsent(uid: string): void {
  const others = marks().filter((mark) => mark !== markOf(uid))
  storage.write(CONSENT_ASKED, `${CONSENT_VERSION}:${[...others, markOf(uid)].slice(-MOST).join()}`)
}
