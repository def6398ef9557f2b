export * from './configured-mail-transport';
export * from './folder-mail-transport';
export * from './mail';
export * from './smtp-mail-transport';
