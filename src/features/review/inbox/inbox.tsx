import { useTranslation } from 'react-i18next'
import styles from './inbox.module.css'
import { WithInbox } from './with-inbox.tsx'
import { Workbench } from './workbench.tsx'

/** All comments for those who read them. */
export function Inbox({ uid }: { uid: string }) {
  const { t } = useTranslation('review-inbox')
  return (
    <div className={styles.inbox}>
      <h1 className={styles.title}>{t('title')}</h1>
      <WithInbox uid={uid}>
        <Workbench uid={uid} />
      </WithInbox>
    </div>
  )
}
