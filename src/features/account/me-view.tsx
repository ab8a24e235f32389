import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#components/button.tsx'
import type { Me } from '#data/me.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'
import { Ballot } from './ballot.tsx'
import { Begun } from './begun.tsx'
import { Download } from './download.tsx'
import { HasLeft } from './has-left.tsx'
import { Leave } from './leave.tsx'
import { OwnComments } from './own-comments.tsx'
import { OwnReactions } from './own-reactions.tsx'
import { OwnStances } from './own-stances.tsx'
import { Profile } from './profile.tsx'
import { Waiting } from './waiting.tsx'

/** Everything that is stored of somebody, for their eyes; for anybody else, the way to it. */
export function MeView({ me }: { me: Me }) {
  if (me.leftAt && me.user) return <HasLeft user={me.user} leftAt={me.leftAt} />
  if (!me.participant) return <NoOne me={me} />
  const { participant } = me
  return (
    // The next person may come with nobody in between, where the tab slept: no part goes on with the last one's.
    <div key={participant.uid} className={styles.columns}>
      <Profile participant={participant} email={me.user?.email ?? ''} />
      <div className={styles.main}>
        <Waiting uid={participant.uid} me={me} />
        <Begun uid={participant.uid} />
        <OwnComments uid={participant.uid} />
        <OwnReactions uid={participant.uid} />
      </div>
      <div className={styles.column}>
        <OwnStances uid={participant.uid} />
        <Ballot uid={participant.uid} />
        <Download uid={participant.uid} />
        <Leave participant={participant} email={me.user?.email ?? ''} />
      </div>
    </div>
  )
}

function NoOne({ me }: { me: Me }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  const next = new URLSearchParams({ next: `/${lang}/me` })
  if (me.staff) return <p>{t('noOne.staff')}</p>
  if (me.user) {
    return (
      <>
        <p>{t('noOne.notJoined')}</p>
        <ButtonLink look="primary" to={`/${lang}/join?${next}`}>
          {t('noOne.finish')}
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{t('noOne.text')}</p>
      <div className={styles.actions}>
        <ButtonLink look="primary" to={`/${lang}/join?${next}&again=`}>
          {t('noOne.signIn')}
        </ButtonLink>
        <ButtonLink to={`/${lang}/join?${next}`}>{t('noOne.join')}</ButtonLink>
      </div>
    </>
  )
}
