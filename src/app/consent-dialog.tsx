import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#components/dialog.tsx'
import type { Participant } from '#domain/participant.ts'
import { RenewConsent } from '#features/join/renew-consent.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'

/** The newer consent text over the page somebody is on. */
export function ConsentDialog({ participant, onClose }: { participant: Participant; onClose: () => void }) {
  use(pageTextsReady(useLang(), 'join'))
  const { t } = useTranslation('join')
  return (
    <Dialog open onClose={onClose} title={t('renew.title')}>
      <RenewConsent participant={participant} onDone={onClose} />
    </Dialog>
  )
}
