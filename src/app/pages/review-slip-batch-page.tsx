import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router-dom'
import { BatchPrint } from '#features/slips/batch-print.tsx'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Head } from '../head.tsx'

/** A batch of slips on paper. */
export default function ReviewSlipBatchPage() {
  use(pageTextsReady(useLang(), 'slips'))
  const { t } = useTranslation('slips')
  const { batch = '' } = useParams()
  return (
    <>
      <Head title={t('print.title')} unlisted />
      <BatchPrint batch={batch} />
    </>
  )
}
