module.exports = { displayName: 'vacancies-presentation', preset: '../../../jest.preset.js' };
