export * from './configured-mail-transport';
export * from './folder-mail-transport';
export * from './mail';
export * from './mail-page';
export * from './mail-settings';
export * from './smtp-mail-transport';
