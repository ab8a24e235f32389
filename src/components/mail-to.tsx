type Props = { address: string | null; before: string; none: string }

/** Where to write to, after the words that say what about; or that there is nobody to write to yet. */
export function MailTo({ address, before, none }: Props) {
  if (!address) return none
  return (
    <>
      {before} <a href={`mailto:${address}`}>{address}</a>
    </>
  )
}
