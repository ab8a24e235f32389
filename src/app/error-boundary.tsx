import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import styles from './layout.module.css'

/** A page that cannot be drawn says so, and that nothing is lost, instead of turning blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crash /> : this.props.children
  }
}

// Both languages at once: whether the texts were loaded is not known here.
const FALLBACK = {
  title: '화면을 그리다 문제가 생겼어요 · Something went wrong',
  reload: '새로 고치기 · Reload',
}

function Crash() {
  const { t, ready } = useTranslation('common', { useSuspense: false })
  return (
    <main className={styles.main}>
      <h1>{ready ? t('crash.title') : FALLBACK.title}</h1>
      {ready && <p>{t('crash.text')}</p>}
      <p>
        <Button look="primary" onClick={() => location.reload()}>
          {ready ? t('crash.reload') : FALLBACK.reload}
        </Button>
      </p>
    </main>
  )
}
