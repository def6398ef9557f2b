import {
  ListParameters,
  QueryBoolean,
  QueryChoice,
  QueryChoices,
  QueryInteger,
} from '@job-scope/platform-nest/openapi';
import { SEARCH_FACETS, type SearchVacanciesInput } from '@job-scope/vacancies-application';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { SearchFilterParameters } from './search-filters.dto';

const SORTS = ['relevance', 'published', 'salary', 'distance', 'id'];

/** The query parameters of a search. */
export class SearchVacanciesParameters extends IntersectionType(SearchFilterParameters, ListParameters) {
  @QueryChoice(
    'By the best match (needs `text`, and is the default with it), publication (the default without), salary (unknown ' +
      'ones last), distance (needs `lat`, `lng` and `radiusKm`), or the order in which vacancies were first seen. By ' +
      'relevance and by distance the list ends after 10,000; the other orders have no end.',
    SORTS,
  )
  sort?: SearchVacanciesInput['sort'];

  @QueryChoice('Descending unless given. The best and the nearest come first always.', ['asc', 'desc'])
  order?: SearchVacanciesInput['order'];

  @QueryChoices(
    'What to count the values of. A facet does not feel the filter of its own name, so that alternatives can be seen. ' +
      'Repeat it for more.',
    SEARCH_FACETS,
  )
  facets?: string[];

  @QueryBoolean('Whether to mark what matched the text.')
  highlight?: boolean;
}

export class SuggestionParameters {
  @ApiProperty({
    description: 'What was typed so far: how a title, a skill or an employer begins.',
    minLength: 1,
    maxLength: 100,
    example: 'разр',
  })
  @Matches(/^(?=.*\S)\P{Cc}{1,100}$/u, { message: 'must be a text of 1 to 100 characters, not all of them blank' })
  q!: string;

  @QueryInteger('How many at most.', 1, 20, 10)
  limit: number = 10;
}

export class SimilarParameters {
  @QueryInteger('How many at most.', 1, 50, 10)
  limit: number = 10;
}
