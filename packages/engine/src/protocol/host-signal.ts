/** What a host says of itself to the page's side of the line; engines hear of it as `host.crashed`, if at all. */
export type HostSignal =
  /** The answer to `host.ping`. */
  | { readonly type: 'host.alive' }
  /** Something failed inside that nobody waited for: what the host still holds can't be trusted. */
  | { readonly type: 'host.broken'; readonly detail: string };
