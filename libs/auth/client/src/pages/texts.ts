import type { Language } from '@job-scope/platform-nest';

const ENGLISH = {
  site: 'Job Scope',
  error: 'Error',
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters of any kind: a few words make a good one.',
  displayName: 'Name (optional)',
  displayNameHint: 'As others shall see you.',

  home: 'Job Scope',
  homeAbout: 'Vacancies of job aggregators, collected in one place and made searchable.',
  search: 'Search vacancies (JSON)',
  apiDocument: 'Description of the API (OpenAPI)',
  apiDocs: 'Browse the API',
  loggedIn: 'You are logged in.',

  logIn: 'Log in',
  noAccount: 'Create an account',
  forgotten: 'Forgotten the password?',
  loggedOut: 'You are logged out.',
  passwordWasReset: 'The new password is set. Log in with it.',
  emailWasConfirmed: 'The address is confirmed. You can log in.',
  logOut: 'Log out',
  logOutAbout: 'This ends your session on this device.',

  register: 'Create an account',
  registerSubmit: 'Create the account',
  registerAbout: 'We will send you a link to confirm the address.',
  registerSent:
    'Look into your mailbox: we have sent you a link. It may take some minutes, or lie among unwanted mail.',
  haveAccount: 'I have an account',

  forgotPassword: 'Forgotten password',
  forgotPasswordAbout: 'We will send you a link to set a new one.',
  forgotPasswordSubmit: 'Send the link',
  forgotPasswordSent: 'If there is an account with this address, a link is on its way to it.',

  resetPassword: 'Set a new password',
  resetPasswordSubmit: 'Set the password',
  resetPasswordAbout: 'You will be logged out on all devices.',

  confirmEmail: 'Confirm the address',
  confirmEmailAbout: 'Enter the password of the account to show that it is yours.',
  confirmEmailSubmit: 'Confirm',
  askForLink: 'Ask for a new link',

  denied: 'No access',
  deniedAbout: 'This part of the site is for administrators, and your account is not one of theirs.',
  toHome: 'To the home page',

  checkFields: 'Please correct what is marked.',
  enterEmail: 'Enter an e-mail address, such as name@example.com.',
  enterPassword: 'Enter your password.',
  chooseAnotherPassword: 'Choose another: at least 12 characters, not one of the commonest, not your address.',
  displayNameFault: 'Choose a shorter name, without control characters.',
  wrongCredentials: 'The e-mail address or the password is wrong, or the address is not confirmed yet.',
  wrongPassword: 'This is not the password of the account.',
  linkInvalid: 'The link has been used, has expired, or is not complete.',
  tooMany: 'That was tried too often. Try again later. Minutes to wait:',
  unavailable: 'This does not work at the moment. Please try again in a minute.',
  refused: 'That did not work.',
};

export type Texts = Readonly<Record<keyof typeof ENGLISH, string>>;

const RUSSIAN: Texts = {
  site: 'Job Scope',
  error: 'Ошибка',
  email: 'Электронная почта',
  password: 'Пароль',
  newPassword: 'Новый пароль',
  passwordHint: 'Не короче 12 любых знаков: подойдут несколько слов.',
  displayName: 'Имя (необязательно)',
  displayNameHint: 'Так вас увидят другие.',

  home: 'Job Scope',
  homeAbout: 'Вакансии с сайтов поиска работы, собранные в одном месте, с поиском по ним.',
  search: 'Поиск вакансий (JSON)',
  apiDocument: 'Описание API (OpenAPI)',
  apiDocs: 'Просмотр API',
  loggedIn: 'Вы вошли.',

  logIn: 'Войти',
  noAccount: 'Создать учётную запись',
  forgotten: 'Забыли пароль?',
  loggedOut: 'Вы вышли.',
  passwordWasReset: 'Новый пароль установлен. Войдите с ним.',
  emailWasConfirmed: 'Адрес подтверждён. Можно войти.',
  logOut: 'Выйти',
  logOutAbout: 'Сеанс на этом устройстве завершится.',

  register: 'Новая учётная запись',
  registerSubmit: 'Создать учётную запись',
  registerAbout: 'Мы пришлём ссылку для подтверждения адреса.',
  registerSent: 'Проверьте почту: мы отправили ссылку. Письмо может идти несколько минут или попасть в спам.',
  haveAccount: 'У меня есть учётная запись',

  forgotPassword: 'Восстановление пароля',
  forgotPasswordAbout: 'Мы пришлём ссылку, по которой можно задать новый.',
  forgotPasswordSubmit: 'Прислать ссылку',
  forgotPasswordSent: 'Если с этим адресом есть учётная запись, ссылка уже отправлена.',

  resetPassword: 'Новый пароль',
  resetPasswordSubmit: 'Установить пароль',
  resetPasswordAbout: 'Все сеансы на всех устройствах завершатся.',

  confirmEmail: 'Подтверждение адреса',
  confirmEmailAbout: 'Введите пароль учётной записи, чтобы показать, что она ваша.',
  confirmEmailSubmit: 'Подтвердить',
  askForLink: 'Запросить новую ссылку',

  denied: 'Нет доступа',
  deniedAbout: 'Этот раздел — для администраторов, а у вашей учётной записи таких прав нет.',
  toHome: 'На главную',

  checkFields: 'Исправьте, пожалуйста, отмеченное.',
  enterEmail: 'Введите адрес электронной почты, например name@example.com.',
  enterPassword: 'Введите пароль.',
  chooseAnotherPassword: 'Выберите другой: не короче 12 знаков, не из самых частых, не ваш адрес.',
  displayNameFault: 'Выберите имя короче, без управляющих символов.',
  wrongCredentials: 'Адрес или пароль неверны, или адрес ещё не подтверждён.',
  wrongPassword: 'Это не пароль от учётной записи.',
  linkInvalid: 'Ссылка уже использована, устарела или неполна.',
  tooMany: 'Слишком много попыток. Повторите позже. Минут до следующей:',
  unavailable: 'Сейчас это не работает. Попробуйте, пожалуйста, через минуту.',
  refused: 'Не получилось.',
};

/** Every text of every page. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en: ENGLISH, ru: RUSSIAN };
