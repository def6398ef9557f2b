/** Browsers have the name; the types of Node, by which the workspace is checked, have what it means. */
type BodyInit = NonNullable<RequestInit['body']>;
