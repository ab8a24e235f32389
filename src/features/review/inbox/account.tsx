import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Mixed } from '#components/mixed.tsx'
import { Notice } from '#components/notice.tsx'
import { grouped } from '#domain/grouped.ts'
import { editsBetween } from '#domain/review-edit.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Quoted } from '../quoted.tsx'
import { useActWords, useStaffName } from './act-words.ts'
import type { Conflict, Deed, Outcome, WhyNot } from './acts.ts'
import styles from './bulk.module.css'
import { useInbox } from './inbox-store.ts'
import type { Acts } from './use-acts.ts'

/** As many as are named one by one; of the rest the number is said. */
const NAMED = 20

type Props = {
  acts: Acts
  onOpen: (id: string) => void
  /** What was pressed here goes with it: the focus needs another place. */
  onLeave: () => void
}

/** What could not be done, why, and what to do about it, until it is done or put aside. Nothing where all went well. */
export function Account({ acts: of, onOpen, onLeave }: Props) {
  const { failed, conflicts } = of.wrong
  const leaving = <Args extends unknown[]>(act: (...args: Args) => unknown) => {
    return (...args: Args) => {
      onLeave()
      act(...args)
    }
  }
  const acts = { again: leaving(of.again), putAside: leaving(of.putAside) }
  return (
    <Live urgency="alert">
      {failed.length > 0 && <Failures failed={failed} acts={acts} onOpen={onOpen} />}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} acts={acts} onOpen={onOpen} />}
    </Live>
  )
}

type Wrong = {
  acts: { readonly again: (deeds: readonly Deed[]) => void; readonly putAside: (deeds: readonly Deed[]) => void }
  onOpen: (id: string) => void
}

/** What would fail again, with words of its own. */
const isOfItself = (why: WhyNot) => why === 'full' || why === 'since' || why === 'changed'

function Failures({ failed, acts, onOpen }: Wrong & { failed: Outcome['failed'] }) {
  const { t } = useTranslation(['review-inbox', 'errors'])
  const lang = useLang()
  const words = useActWords()
  const again = failed.filter(({ why }) => why !== 'missing' && !isOfItself(why))
  return (
    <Notice tone="danger" title={t('review-inbox:account.failed', { value: formatNumber(failed.length, lang) })}>
      <div className={styles.account}>
        {[...grouped(failed, ({ deed }) => words(deed.act))].map(([what, of]) => (
          <Fragment key={what}>
            <p>
              <Mixed text={what} />
            </p>
            {[...grouped(of, ({ why }) => why)].map(([why, some]) => (
              <div key={why}>
                <p>{isOfItself(why) ? t(`review-inbox:account.${why}`) : t(`errors:${why}`)}</p>
                <ul>
                  {some.slice(0, NAMED).map(({ deed }) => (
                    <li key={deed.id}>
                      <Named id={deed.id} onOpen={onOpen} />
                    </li>
                  ))}
                </ul>
                {some.length > NAMED && (
                  <p>{t('review-inbox:account.more', { value: formatNumber(some.length - NAMED, lang) })}</p>
                )}
              </div>
            ))}
          </Fragment>
        ))}
        <div className={styles.actions}>
          {again.length > 0 && (
            <Button look="primary" onClick={() => acts.again(again.map(({ deed }) => deed))}>
              {t('review-inbox:account.again')}
            </Button>
          )}
          <Button onClick={() => acts.putAside(failed.map(({ deed }) => deed))}>
            {t('review-inbox:account.dismiss')}
          </Button>
        </div>
      </div>
    </Notice>
  )
}

/** What somebody else did meanwhile, and what I meant to do: it is done on top of theirs, or not at all. */
function Conflicts({ conflicts, acts, onOpen }: Wrong & { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const words = useActWords()
  const nameOf = useStaffName()
  return (
    <Notice tone="warning" title={t('conflict.title', { value: formatNumber(conflicts.length, lang) })}>
      <div className={styles.account}>
        <ul>
          {conflicts.slice(0, NAMED).map(({ deed, before, theirs }) => (
            <li key={`${deed.id} ${words(deed.act)}`}>
              <Named id={deed.id} onOpen={onOpen} />
              {theirs && (
                <span>
                  <Mixed
                    text={t('conflict.theirs', {
                      who: nameOf(theirs.byUid),
                      what: editsBetween(before, theirs).map(words).join(', ') || t('conflict.same'),
                    })}
                  />
                </span>
              )}
              <span>
                <Mixed text={t('conflict.mine', { what: words(deed.act) })} />
              </span>
            </li>
          ))}
        </ul>
        {conflicts.length > NAMED && (
          <p>{t('account.more', { value: formatNumber(conflicts.length - NAMED, lang) })}</p>
        )}
        <div className={styles.actions}>
          <Button look="primary" onClick={() => acts.again(conflicts.map(({ deed }) => deed))}>
            {t('conflict.onTop')}
          </Button>
          <Button onClick={() => acts.putAside(conflicts.map(({ deed }) => deed))}>{t('conflict.leave')}</Button>
        </div>
      </div>
    </Notice>
  )
}

function Named({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const comment = useInbox().byId.get(id)?.comment
  if (!comment) return null
  return (
    <Button look="quiet" onClick={() => onOpen(id)}>
      <Quoted comment={comment} />
    </Button>
  )
}
