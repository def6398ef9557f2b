module.exports = { displayName: 'vacancies-domain', preset: '../../../jest.preset.js' };
