import { hash } from '#domain/hash.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { storage } from './storage.ts'

// Who was told here of the newest consent text: “4:k3x9ab,1d5zwq”. People share devices, and each is told once; each stands
// there as a short number made of the uid, so that after a sign-out the uid is not on the device.

const ASKED = 'consent-asked'

/** Hardly as many share a device. Of more, who was told first is told again. */
const MOST = 20

const markOf = (uid: string): string => hash(uid).toString(36)

/** Those who were told of an earlier text are told of this one. */
function marks(): string[] {
  const [version, told] = (storage.read(ASKED) ?? '').split(':')
  return version === String(CONSENT_VERSION) && told ? told.split(',') : []
}

/** Whether this person was told here. */
export const wasToldOfConsent = (uid: string): boolean => marks().includes(markOf(uid))

/** Notes that they were. */
export function noteToldOfConsent(uid: string): void {
  const others = marks().filter((mark) => mark !== markOf(uid))
  storage.write(ASKED, `${CONSENT_VERSION}:${[...others, markOf(uid)].slice(-MOST).join()}`)
}

/** Takes back that they were, for a device on which nothing of theirs is to stay. */
export function forgetToldOfConsent(uid: string): void {
  const told = marks()
  const others = told.filter((mark) => mark !== markOf(uid))
  if (others.length === told.length) return
  if (others.length > 0) storage.write(ASKED, `${CONSENT_VERSION}:${others.join()}`)
  else storage.remove(ASKED)
}
