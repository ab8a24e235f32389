import { useTranslation } from 'react-i18next'

/** The title of the page in the browser's tab and in search results. */
export function PageTitle({ children }: { children?: string | undefined }) {
  const { t } = useTranslation('common')
  return <title>{children ? `${children} – ${t('name')}` : `${t('name')} – ${t('tagline')}`}</title>
}
