# Words in what is exported as OSCAL.
oscal-catalog-title = Requirements of the { $baseline }
oscal-profile-title = Requirements of the { $baseline } against which the documents of { $region } are held
oscal-component-title = The documents of { $region } beside the { $baseline }
oscal-policy-title = Documents of { $region }
oscal-restated = The provisions set out the content of their sources in other words. They are not the issuers' official texts.
oscal-requirements = The requirements were told apart by the editors of junsoku, who read the text of the { $baseline }. { $vendor } did not state them.
oscal-imported = All requirements of the { $baseline } are imported, so that the documents of { $region } can be held against them. That does not mean that { $council } has adopted the { $baseline }.
oscal-mapped-restated = Which provision meets which requirement, how far and why, was written by the editors of junsoku, who read the restated documents. It is no statement of { $council } or { $vendor }, and no result of an audit or assessment.
oscal-mapped-official = Which provision meets which requirement, how far and why, was written by { $council }. It is no statement of { $vendor }, and no result of an audit or assessment.
oscal-implementation = How far the provisions of the documents of { $region } meet the requirements of the { $baseline }.
oscal-omitted = No provision deals with this requirement.
oscal-not-available = No provision that deals with this requirement could be found; it is thought to stand in “{ $document }”, which could not be had.
oscal-alternative = Alternative { $number }: { $words }
oscal-value = { $id }: { $words }
oscal-editors = Editors of junsoku
oscal-prepared-by = Prepared by
oscal-issuer = Issuer of the documents
