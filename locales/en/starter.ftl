# What stands in a starting set besides the words of the baseline.
starter-name = TODO (name of the region)
starter-council = TODO (who issues it)
starter-summary = The MCS operation policy of { $name } and its forms. TODO (which users it is for and what is special, in two or three sentences)
starter-form-label = Form No. NUMBER
starter-title = { $name } MCS Operation Policy
starter-purpose-caption = Purpose
starter-purpose = The purpose of these rules is to provide for what is to be observed when Medical Care Station (hereinafter referred to as "MCS") is used in { $name } for TODO (the purpose, such as cooperation in medical and long-term care) by TODO (which institutions; hereinafter referred to as "facilities"), by those who administer MCS at a facility (hereinafter referred to as "MCS administrators"), and by those who use MCS (hereinafter referred to as "users").
starter-caption = { $group } ({ $actor })
starter-must = Each { $actor } must act as follows:
starter-should = Each { $actor } should act as follows:
starter-may = Each { $actor } may act as follows:
starter-forms-caption = Forms
starter-forms = The following forms are used under these rules. TODO (which form is submitted when, and to whom)
starter-commencement = These rules come into effect on TODO (the day).
