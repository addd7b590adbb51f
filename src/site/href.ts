/** A path inside the site (`/lessons/replicas/`) as a link that works under the base path the site was built for. */
export function href(path: `/${string}`): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path
}
