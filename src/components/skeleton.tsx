import styles from './skeleton.module.css'

/** Holds the place of text that is on its way. @param lines as many as will come, so that nothing jumps */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never change places
        <span key={line} />
      ))}
    </div>
  )
}
