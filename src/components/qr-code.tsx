import { encode } from 'uqr'

type Props = {
  text: string /** What it is for, to those who cannot see it. */
  label: string
  className?: string | undefined
}

/** Light modules around it, which readers need to find it. */
const QUIET_ZONE = 4

/** A QR code, black on white in every theme: readers look for dark on light. */
export function QrCode({ text, label, className }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      className={className}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
