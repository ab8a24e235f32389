import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

type Props = {
  children: ReactNode
  /** What stands in for a part nobody misses; otherwise it says that it could not be loaded. */
  instead?: ReactNode
}

/** Around a part of a page whose files come later: should they not come, the rest of the page stays as it is. */
export class PartBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    const { children, instead = <Missing /> } = this.props
    return this.state.failed ? instead : children
  }
}

function Missing() {
  const { t } = useTranslation('common')
  return (
    <Notice tone="danger">
      <p>{navigator.onLine ? t('cannotRead.other') : t('cannotRead.offline')}</p>
      <Button onClick={() => location.reload()}>{t('unsaved.act')}</Button>
    </Notice>
  )
}
