export default function ReviewInsightsPage({ uid }: { uid: string }) {
  return <p>{uid}</p>
}
