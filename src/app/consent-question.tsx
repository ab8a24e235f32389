import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '#components/on-demand.tsx'
import { showToast } from '#components/toasts.ts'
import { noteToldOfConsent, wasToldOfConsent } from '#data/consent-asked.ts'
import { meQuery } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import { signOutsHere } from '#data/session.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'

const ConsentDialog = onDemand(async () => (await import('./consent-dialog.tsx')).ConsentDialog)

/** Tells those who agreed to an earlier text that there is a newer one: each once, after the next thing they do. */
export function ConsentQuestion() {
  const { t } = useTranslation('outbox')
  const participant = useQuery(meQuery).data?.participant ?? null
  const [isOpen, setOpen] = useState(false)
  const uid = participant && participant.consentVersion < CONSENT_VERSION ? participant.uid : null

  useEffect(() => {
    if (uid === null) return
    const before = signOutsHere()
    return outbox.subscribe(() => {
      // Whoever has just signed out may still seem to be here, while what of theirs waits is removed.
      if (signOutsHere() !== before) return
      if (wasToldOfConsent(uid) || !outbox.entries().some((entry) => entry.uid === uid)) return
      noteToldOfConsent(uid)
      showToast({ text: t('consent.changed'), action: { label: t('consent.read'), run: () => setOpen(true) } })
    })
  }, [uid, t])

  if (!participant || !isOpen) return null
  return <ConsentDialog participant={participant} onClose={() => setOpen(false)} />
}
