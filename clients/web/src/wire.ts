/** The printed contract, under one short name. */
export * from '../../wire/messages';
