import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Inbox } from '#features/review/inbox/inbox.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'

/** All comments, and one of them that is open. */
export default function ReviewInboxPage({ uid }: { uid: string }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-inbox'))
  use(pageTextsReady(lang, 'answer'))
  const { t } = useTranslation('review-inbox')
  return (
    <>
      <Head title={t('title')} unlisted />
      <Inbox uid={uid} />
    </>
  )
}
