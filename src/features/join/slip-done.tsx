import { type Ref, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import { slipDraft } from '#data/drafts.ts'
import { nickname } from '#domain/nickname.ts'
import type { Participant } from '#domain/participant.ts'
import { useLang } from '#i18n/use-lang.ts'
import { appHere } from './in-app-notice.tsx'
import styles from './slip.module.css'

type Props = { participant: Participant; justNow: boolean; heading?: Ref<HTMLHeadingElement> | undefined }

/** The button that led here is gone; what came in its place is read out. */
const focus = (heading: HTMLElement | null) => heading?.focus()

/** In: the nickname, where one is remembered, and the way on. */
export function SlipDone({ participant, justNow, heading }: Props) {
  const { t } = useTranslation('join')
  const lang = useLang()
  const app = appHere()
  useEffect(() => slipDraft.clear(), [])
  return (
    <div className={styles.done}>
      <h1 ref={justNow ? focus : heading} tabIndex={-1} className={styles.title}>
        {justNow ? t('done.title') : t('slip.again.title')}
      </h1>
      <p className={styles.lead}>{t('slip.done.name', { name: nickname(participant.uid)[lang] })}</p>
      <p>{t('slip.done.device')}</p>
      {app && <p>{t('inApp.done', { app: t(`inApp.app.${app}`) })}</p>}
      <ButtonLink look="primary" className={styles.start} to={`/${lang}#tasks`}>
        {t('done.plan')}
      </ButtonLink>
      <ButtonLink className={styles.start} to={`/${lang}/priorities`}>
        {t('slip.done.stickers')}
      </ButtonLink>
    </div>
  )
}
