/**
 * Fourteen kept plans and the hashes of their runs. A hash that changes means that the same plan gives another run than it
 * did: links that people have shared would say so, and recorded findings must be looked at again. Change one only
 * together with the reason.
 */
export const golden: { readonly [id: string]: string } = {
  'findings.stale-without-fault': '4f945c28d9d287d5',
  'findings.quorum-not-linearizable': '6d70100eaef74535',
  'findings.lost-to-a-client-clock': '572672ce9dfe9b6e',
  'findings.zombie': '6b98a478d232e946',
  'findings.hint-too-late': '1856babbce684567',
  'findings.power-cut': '59626848e76d58db',
  'findings.two-worlds-slow': 'b48743277e7921d1',
  'ring.gossip': 'ca682b037dbc3079',
  'ring.repair-both-ways': '4bdc90c59472f1d0',
  'ring.join': '3e8207f2e166b67f',
  'set.linearizable': 'dce0932b5440a625',
  'set.rollback': '58114a8b913275ce',
  'set.idempotent': '9527766c1f2cdf28',
  'replica-set.failover': '8808c18a19380927',
}
