import { Component, type ReactNode } from 'react'
import { Crash, type Failure } from './crash.tsx'
import { isFailedImport } from './failed-import.ts'
import styles from './layout.module.css'

type Props = {
  children: ReactNode
  /** Where it is: elsewhere, what could not be drawn here is tried anew. */
  at?: string
  /** Within a page the header and the footer stay; around the whole app this is all there is. */
  withinPage?: boolean
  reload?: () => void
}

/** A page that cannot be drawn, or not be loaded, says so, and that nothing is lost, instead of turning blank. */
export class ErrorBoundary extends Component<Props, { failure: Failure | null }> {
  override state = { failure: null }

  static getDerivedStateFromError(error: unknown): { failure: Failure } {
    return { failure: isFailedImport(error) ? 'unsaved' : 'crash' }
  }

  override componentDidUpdate({ at }: Props) {
    if (this.state.failure && at !== this.props.at) this.setState({ failure: null })
  }

  override render() {
    const { children, withinPage, reload = () => location.reload() } = this.props
    const { failure } = this.state
    if (!failure) return children
    const crash = <Crash failure={failure} reload={reload} />
    return withinPage ? crash : <main className={styles.main}>{crash}</main>
  }
}
