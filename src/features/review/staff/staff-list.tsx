import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Mixed } from '#components/mixed.tsx'
import { QueryState } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import { RIGHTS, type StaffMember } from '#domain/staff.ts'
import { useLang } from '#i18n/use-lang.ts'
import { ChangeStaff } from './change-staff.tsx'
import { staffListQuery } from './queries.ts'
import { RemoveStaff } from './remove-staff.tsx'
import styles from './staff.module.css'

type Chosen = { readonly act: 'change' | 'remove'; readonly member: StaffMember } | null

/** Everybody who works here, with what they may do: to be changed, and taken away. */
export function StaffList({ uid }: { uid: string }) {
  const { t } = useTranslation('review-staff')
  const lang = useLang()
  const query = useQuery(staffListQuery)
  const [chosen, setChosen] = useState<Chosen>(null)
  const [removed, setRemoved] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => setChosen(null)
  // The row whose button opened the dialog is gone. As long as the dialog is open, nothing else takes the focus.
  useEffect(() => {
    if (removed > 0) heading.current?.focus()
  }, [removed])
  return (
    <section aria-labelledby="staff-list">
      <h2 id="staff-list" ref={heading} tabIndex={-1}>
        {t('list.title')}
      </h2>
      <QueryState query={query} lines={6}>
        {(members) => (
          <ul className={styles.list}>
            {members
              .toSorted((one, other) => one.name.localeCompare(other.name, lang))
              .map((member) => (
                <StaffRow key={member.uid} member={member} isOwn={member.uid === uid} choose={setChosen} />
              ))}
          </ul>
        )}
      </QueryState>
      <Dialog
        open={chosen !== null}
        onClose={close}
        title={chosen && <Mixed text={t(`${chosen.act}.title`, { name: chosen.member.name })} />}
      >
        {chosen?.act === 'change' && (
          <ChangeStaff member={chosen.member} isOwn={chosen.member.uid === uid} onDone={close} />
        )}
        {chosen?.act === 'remove' && (
          <RemoveStaff
            member={chosen.member}
            onCancel={close}
            onDone={() => {
              close()
              setRemoved(removed + 1)
            }}
          />
        )}
      </Dialog>
    </section>
  )
}

type RowProps = { member: StaffMember; isOwn: boolean; choose: (chosen: Chosen) => void }

function StaffRow({ member, isOwn, choose }: RowProps) {
  const { t } = useTranslation('review-staff')
  const named = (
    <span className="visually-hidden">
      : <Mixed text={member.name} />
    </span>
  )
  return (
    <li className={styles.row}>
      <div>
        <h3>
          <Mixed text={member.name} />
          {isOwn && <span className={styles.note}> {t('list.you')}</span>}
        </h3>
        <p className={styles.note}>
          <Mixed text={member.office} />
        </p>
      </div>
      <ul className={styles.tags} aria-label={t('form.rights')}>
        {RIGHTS.filter((right) => member[right]).map((right) => (
          <li key={right}>
            <Tag>{t(`right.${right}.name`)}</Tag>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={() => choose({ act: 'change', member })}>
          {t('list.change')}
          {named}
        </Button>
        {!isOwn && (
          <Button onClick={() => choose({ act: 'remove', member })}>
            {t('list.remove')}
            {named}
          </Button>
        )}
      </div>
    </li>
  )
}
