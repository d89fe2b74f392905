/**
 * Whether this page is shown inside another one. A meta tag cannot carry `frame-ancestors`,
 * and a host that sends no headers lets any page show the app under a picture of its own and
 * lead a finger to what it likes. Of no use to anybody honest, so no frame is an exception.
 */
export const isFramed = (): boolean => self !== top;
