import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router-dom'
import { WithInbox } from '#features/review/inbox/with-inbox.tsx'
import { ThemeList } from '#features/review/themes/theme-list.tsx'
import { ThemeView } from '#features/review/themes/theme-view.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'

/** All themes, or one of them. */
export default function ReviewThemesPage({ uid }: { uid: string }) {
  const lang = useLang()
  use(pageTextsReady(lang, 'review-inbox'))
  use(pageTextsReady(lang, 'review-themes'))
  // For the ways to the comments behind a number.
  use(pageTextsReady(lang, 'review-insights'))
  const { t } = useTranslation('review-themes')
  const { theme } = useParams()
  return (
    <>
      <Head title={t('title')} unlisted />
      <WithInbox uid={uid}>{theme ? <ThemeView key={theme} id={theme} /> : <ThemeList />}</WithInbox>
    </>
  )
}
