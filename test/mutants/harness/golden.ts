/**
 * Fourteen kept plans and the hashes of their runs. A hash that changes means that the same plan gives another run than it
 * did: links that people have shared would say so, and recorded findings must be looked at again. Change one only
 * together with the reason.
 */
export const golden: { readonly [id: string]: string } = {
  'findings.stale-without-fault': '25b995458f325e1f',
  'findings.quorum-not-linearizable': '8c51b5a2a336d8db',
  'findings.lost-to-a-client-clock': 'db946d65f0d2e2f8',
  'findings.zombie': '58a1fd8ac4a5ff6b',
  'findings.hint-too-late': '9db6db0761ae1630',
  'findings.power-cut': 'c2154dc23447b8e2',
  'findings.two-worlds-slow': '3e17efdb1f2e5f72',
  'ring.gossip': '903e22ed66952041',
  'ring.repair-both-ways': '960c6b7370b23f79',
  // A stream to a node that joins is a task of its own, which ends when the other end is declared dead: its draws are others.
  'ring.join': 'b508d8da6fd7e778',
  'set.linearizable': 'dce0932b5440a625',
  'set.rollback': '58114a8b913275ce',
  'set.idempotent': '9527766c1f2cdf28',
  'replica-set.failover': '8808c18a19380927',
}
