import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Mixed } from '#components/mixed.tsx'
import { Notice } from '#components/notice.tsx'
import { useLang } from '#i18n/use-lang.ts'
import { besideQuery } from './queries.ts'

/** Who else is answering one of these comments at this moment. They are not held back, and neither is whoever sees it. */
export function OthersAnswering({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const names = useQuery(besideQuery(ids)).data ?? []
  return (
    <Live>
      {names.length > 0 && (
        <Notice tone="warning">
          <p>
            <Mixed text={t('form.beside', { names: new Intl.ListFormat(lang).format(names), count: names.length })} />
          </p>
        </Notice>
      )}
    </Live>
  )
}
